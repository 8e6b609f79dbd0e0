/** Text as it is compared: white space folded to single blanks, composed characters. */
export function fold(text: string): string {
  return text.replace(/\s+/g, " ").trim().normalize();
}

/** Text without case, punctuation and blanks: the form in which the core lists its vocabulary. */
export function key(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
