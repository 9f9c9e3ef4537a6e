/** The parts of a web address between which a line may break: after `/`, `.`, `-` and `_`, but not after the scheme. */
export const addressParts = (address: string): string[] =>
  address.split(/(?<=[/._-])(?<!^[a-z]+:\/*)(?=[^/._-])/);
