/** What is to be done with the values of a key, beside counting them: look on which side of a mark they are, keep them. */
export const [MARKED, KEPT] = [1, 2];
