/** Lanczos' coefficients for g = 7 (Godfrey, 2001): relative error below 1e-14. */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

function logGamma(x: number): number {
  const t = x + 6.5;
  const series = LANCZOS.reduce((total, c, i) => total + (i === 0 ? c : c / (x + i - 1)), 0);
  return Math.log(Math.sqrt(2 * Math.PI) * series) + (x - 0.5) * Math.log(t) - t;
}

/** xᵃ·e⁻ˣ / Γ(a) */
function density(a: number, x: number): number {
  return Math.exp(a * Math.log(x) - x - logGamma(a));
}

/**
 * Regularised incomplete gamma functions P(a, x) and Q(a, x) = 1 − P: by series below a + 1, else by Lentz' continued
 * fraction (Press et al., Numerical Recipes, 6.2), so that the smaller of the two keeps its digits.
 */
function regularisedGamma(a: number, x: number): { lower: number; upper: number } {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (x < a + 1) {
    let term = 1 / a;
    let series = term;
    for (let n = 1; term > series * 1e-17; n++) {
      term *= x / (a + n);
      series += term;
    }
    const lower = density(a, x) * series;
    return { lower, upper: 1 - lower };
  }
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1, change = 0; n < 10_000 && Math.abs(change - 1) > 1e-16; n++) {
    const numerator = n * (a - n);
    b += 2;
    d = 1 / (numerator * d + b);
    c = numerator / c + b;
    change = d * c;
    fraction *= change;
  }
  const upper = density(a, x) * fraction;
  return { lower: 1 - upper, upper };
}

/**
 * P(χ² ≥ x), the survival function; as SciPy's `chi2.sf`.
 * @param degreesOfFreedom above 0
 */
export function chiSquaredSurvival(x: number, degreesOfFreedom: number): number {
  return regularisedGamma(degreesOfFreedom / 2, x / 2).upper;
}

/**
 * The value that χ² stays below with a probability; as SciPy's `chi2.ppf`. Newton's method inside a bracket.
 * @param probability 0 < p < 1
 * @param degreesOfFreedom above 0
 */
export function chiSquaredQuantile(probability: number, degreesOfFreedom: number): number {
  const a = degreesOfFreedom / 2;
  let low = 0;
  let high = Infinity;
  let x = a;
  for (let i = 0; i < 1000; i++) {
    const { lower, upper } = regularisedGamma(a, x);
    const excess = probability < 0.5 ? lower - probability : 1 - probability - upper;
    if (excess > 0) high = x;
    else low = x;
    let next = x - (excess * x) / density(a, x);
    if (!(next > low && next < high)) next = high === Infinity ? 2 * x : (low + high) / 2;
    if (Math.abs(next - x) <= 1e-15 * x) return 2 * next;
    x = next;
  }
  return 2 * x;
}
