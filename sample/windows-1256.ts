const toByte = new Map<string, number>();
const decoder = new TextDecoder('windows-1256');
for (let byte = 0; byte < 256; byte++) toByte.set(decoder.decode(Uint8Array.of(byte)), byte);

/** Text as windows-1256 bytes; what the code page lacks becomes a numeric character reference. */
export function encodeWindows1256(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const byte = toByte.get(character);
    if (byte !== undefined) bytes.push(byte);
    else for (const digit of `&#${character.codePointAt(0)};`) bytes.push(digit.charCodeAt(0));
  }
  return Uint8Array.from(bytes);
}
