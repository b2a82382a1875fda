import { ForgeError, keepSecret } from "../errors.js";
import type { Environment } from "./forge.js";

/**
 * What a variable of the environment says.
 * @throws ForgeError when it is empty or not set.
 */
export function required(environment: Environment, name: string): string {
  const value = environment[name];
  if (value) return value;
  throw new ForgeError(`${name} is not set, which --post needs: set it for this job, or leave --post out`);
}

/** The same for a secret, which no error holds from then on. */
export function token(environment: Environment, name: string): string {
  const secret = required(environment, name);
  keepSecret(secret);
  return secret;
}

/** The value of an `Authorization` header; it is kept out of errors too. */
export function basic(email: string, secret: string): string {
  const pair = Buffer.from(`${email}:${secret}`).toString("base64");
  keepSecret(pair);
  return `Basic ${pair}`;
}
