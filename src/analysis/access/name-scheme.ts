/** What a sentence calls a scheme: `the Default scheme`, `the Default Permission Scheme`. */
export function nameScheme(name: string): string {
  return /\bscheme\b/i.test(name) ? `the ${name}` : `the ${name} scheme`;
}
