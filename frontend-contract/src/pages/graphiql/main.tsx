import './monacoWorkers';
import 'graphiql/style.css';
import './style.css';
import { createRoot } from 'react-dom/client';
import { fetchDemo } from './demo';
import { Explorer } from './Explorer';
import { placesOf } from './places';

// The side panel's share of the width, until the reader drags its edge: GraphiQL's own would cramp the query.
const SIDE_PANEL = 'graphiql:docExplorerFlex';
if (localStorage.getItem(SIDE_PANEL) === null) {
  localStorage.setItem(SIDE_PANEL, '0.27');
}

const places = placesOf(location.href);
const demo = await fetchDemo(places.demo);
const page = document.getElementById('page');
if (page === null) {
  throw new Error('The page has lost its element #page');
}
createRoot(page).render(<Explorer places={places} demo={demo} />);
