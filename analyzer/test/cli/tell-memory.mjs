// Loaded before a program: prints the greatest memory that its process took, in megabytes, when it ends.
process.on("exit", () => console.error(process.resourceUsage().maxRSS / 1000));
