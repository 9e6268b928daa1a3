/** Keys could not be had. Its message has neither keys nor tokens in it, and so it has no cause: those quote what they were given. */
export class CredentialsError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "CredentialsError";
  }
}
