// Imported first, and in words that an old Node understands: otherwise it would fail with a syntax error instead.
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Lienket needs Node 20.19 or later, and this is ${process.versions.node}: install a newer one from https://nodejs.org and try again.`,
  );
  process.exit(1);
}
