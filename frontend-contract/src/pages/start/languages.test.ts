import { expect, test } from 'vitest';
import { chooseLanguage } from './languages';

test('keeps what the reader chose', () => {
  expect(chooseLanguage('ko', ['en-US'])).toBe('ko');
});

test('follows the browser', () => {
  expect(chooseLanguage(null, ['fr-FR', 'ko-KR', 'en'])).toBe('ko');
});

test('speaks English to everybody else', () => {
  expect(chooseLanguage('tlh', ['fr', 'de'])).toBe('en');
});
