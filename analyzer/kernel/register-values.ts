import { REGISTER_COUNT, REGISTERS, VALUES } from "./layout";
import { padValues } from "./padding";

/**
 * Shows the block's values to the HyperLogLog registers. Each value is two words; both are mixed, each is crossed with the other as it was,
 * and both are mixed again: the one chooses the register, the other's leading zeros are its rank. Two values at once.
 */
export function registerValues(length: i32): void {
  padValues(length);
  const seeds = i32x4(0x9e3779b9, 0x7f4a7c15, 0x9e3779b9, 0x7f4a7c15);
  for (let at = VALUES, end = VALUES + ((<usize>length) << 3); at < end; at += 16) {
    const words = v128.load(at);
    const others = i32x4.shuffle(words, words, 1, 0, 3, 2);
    const hashes = mix(v128.xor(mix(v128.xor(words, seeds)), others));
    raise(i32x4.extract_lane(hashes, 0), i32x4.extract_lane(hashes, 1));
    raise(i32x4.extract_lane(hashes, 2), i32x4.extract_lane(hashes, 3));
  }
}

function raise(register: i32, hash: i32): void {
  const at = REGISTERS + <usize>(register & (REGISTER_COUNT - 1));
  const rank = clz(hash) + 1;
  if (rank > <i32>load<u8>(at)) store<u8>(at, <u8>rank);
}

/** Turns each bit of a word into a change of about half of the others, one to one (constants found by Wellons' hash-prospector). */
function mix(words: v128): v128 {
  let hashes = i32x4.mul(v128.xor(words, i32x4.shr_u(words, 16)), i32x4.splat(0x21f0aaad));
  hashes = i32x4.mul(v128.xor(hashes, i32x4.shr_u(hashes, 15)), i32x4.splat(0x735a2d97));
  return v128.xor(hashes, i32x4.shr_u(hashes, 15));
}
