/** Digits and letters without I, L, O and U, which are misread (Crockford's base 32). */
export const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const checkLength = 4;

const characters = Uint8Array.from(alphabet, (character) => character.charCodeAt(0));
const hyphen = 45;

/** A limb has five digits of 5 bits; multiplied by less than 2²⁷, it is still a whole number that a double holds. */
const digitsInLimb = 5;
const limbSize = 2 ** 25;
const mostFactor = 2 ** 27;

/**
 * A number that is made digit by digit, each of a base of its own, the first weighing most; at the end it is written in base 32. What a code is made of,
 * without the objects that a bigint for each digit would be.
 */
export class CodeNumber {
  private readonly limbs: Float64Array;
  private readonly digits: Uint8Array;
  private readonly headLength: number;
  private factor = 1;
  private rest = 0;

  /** @param length digits in base 32, head and body, without the checksum. @param headLength how many of them are the head. */
  constructor(length: number, headLength: number) {
    this.headLength = headLength;
    this.limbs = new Float64Array(Math.ceil((length - headLength) / digitsInLimb));
    this.digits = new Uint8Array(length + checkLength);
  }

  /** Begins a number anew. */
  start(head: readonly number[]): void {
    this.digits.set(head);
    this.limbs.fill(0);
    this.factor = 1;
    this.rest = 0;
  }

  add(digit: number, base: number): void {
    if (this.factor * base > mostFactor) this.flush();
    this.factor *= base;
    this.rest = this.rest * base + digit;
  }

  /** Writes the code in groups of five characters; gives where it ends. */
  write(out: Uint8Array, at: number): number {
    this.flush();
    const { digits, limbs, headLength } = this;
    const length = digits.length - checkLength;
    for (let place = 0; place < length - headLength; place += 1)
      digits[length - 1 - place] = ((limbs[Math.floor(place / digitsInLimb)] ?? 0) >> (5 * (place % digitsInLimb))) & 31;
    let sum = checksum(digits, length);
    for (let place = digits.length - 1; place >= length; place -= 1) {
      digits[place] = sum & 31;
      sum >>= 5;
    }
    let end = at;
    for (let place = 0; place < digits.length; place += 1) {
      if (place > 0 && place % 5 === 0) out[end++] = hyphen;
      out[end++] = characters[digits[place] ?? 0] ?? 0;
    }
    return end;
  }

  private flush(): void {
    const { limbs, factor } = this;
    let carry = this.rest;
    for (let limb = 0; limb < limbs.length; limb += 1) {
      const product = (limbs[limb] ?? 0) * factor + carry;
      carry = Math.floor(product / limbSize);
      limbs[limb] = product - carry * limbSize;
    }
    this.factor = 1;
    this.rest = 0;
  }
}

/** Twenty bits over all digits and their places (a polynomial in 31 modulo the prime 1048573): one changed or two swapped digits are seen. */
export function checksum(digits: ArrayLike<number>, length: number): number {
  let sum = 7;
  for (let place = 0; place < length; place += 1) sum = (sum * 31 + (digits[place] ?? 0) + 1) % 1_048_573;
  return sum;
}
