/**
 * So many standard errors of the difference of two shares that are equal but for chance: z·√(s(1 − s)(1/N + 1/M)).
 * @param share the common share s, 0 to 1
 * @param n rows of the reference
 * @param m current rows
 * @param z 1.96 holds in 95, 3.29 in 99.9 of 100 cases
 * @returns a share; 0 where a side has no rows
 */
export function shareNoise(share: number, n: number, m: number, z: number): number {
  return n === 0 || m === 0 ? 0 : z * Math.sqrt(share * (1 - share) * (1 / n + 1 / m));
}
