/** The value of `--name=value` on the command line of the bench. */
export function optionFor(name: string): string | undefined {
  const start = `--${name}=`;
  return process.argv.find((argument) => argument.startsWith(start))?.slice(start.length);
}
