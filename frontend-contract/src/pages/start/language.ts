import { chooseLanguage, type Language } from './languages';

const KEY = 'outlay.language';
const buttons = [...document.querySelectorAll<HTMLButtonElement>('button[data-language]')];

function show(language: Language): void {
  document.documentElement.lang = language;
  for (const button of buttons) {
    button.ariaPressed = String(button.dataset['language'] === language);
  }
}

for (const button of buttons) {
  button.addEventListener('click', () => {
    const language = chooseLanguage(button.dataset['language'] ?? null, []);
    localStorage.setItem(KEY, language);
    show(language);
  });
}
for (const origin of document.querySelectorAll('[data-origin]')) {
  origin.textContent = location.origin;
}
show(chooseLanguage(localStorage.getItem(KEY), navigator.languages));
