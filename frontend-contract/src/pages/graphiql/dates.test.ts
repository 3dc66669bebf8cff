import { expect, test } from 'vitest';
import { fillDates } from './dates';

const newYear = new Date(2026, 0, 2, 15, 30);

test('counts days back over the turn of a year', () => {
  expect(fillDates('{today} {today-1d} {today-30d}', newYear)).toBe('2026-01-02 2026-01-01 2025-12-03');
});

test('counts days ahead', () => {
  expect(fillDates('{today+90d}', newYear)).toBe('2026-04-02');
});

test('gives the first day of this and of earlier months', () => {
  expect(fillDates('{month} {month-1m} {month-13m}', newYear)).toBe('2026-01-01 2025-12-01 2024-12-01');
});

test('gives a day where the clock was changed', () => {
  expect(fillDates('{today-1d}', new Date(2026, 2, 30, 0, 30))).toBe('2026-03-29');
});

test('leaves other braces alone', () => {
  expect(fillDates('{ "from": "{tomorrow}" }', newYear)).toBe('{ "from": "{tomorrow}" }');
});
