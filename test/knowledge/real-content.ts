/** Where the knowledge that ships with the bot is kept. */
export const realContent = {
  articlesDir: new URL('../../src/knowledge/articles/', import.meta.url),
  codesFile: new URL('../../src/knowledge/codes.yaml', import.meta.url),
};
