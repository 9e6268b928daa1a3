/** What is said of text that is not UTF-8. @param where such as ` in line 7`; empty where that is not known */
export function foreignBytes(where: string): string {
  return `expected UTF-8 text, found other bytes${where} (Windows-1252 or Latin-1, perhaps). Convert it first: iconv -f windows-1252 -t utf-8, or -f gb18030 where it is Chinese.`;
}
