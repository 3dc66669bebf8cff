/** Languages the start page speaks. */
export type Language = 'en' | 'ko';

/** The reader's choice if there was one, else the first language of the browser that the page speaks, else English. */
export function chooseLanguage(chosen: string | null, preferred: readonly string[]): Language {
  const wanted = [chosen ?? '', ...preferred].map((tag) => tag.toLowerCase().split('-')[0]);
  return wanted.find((tag) => tag === 'en' || tag === 'ko') ?? 'en';
}
