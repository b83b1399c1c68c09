import { spawn } from "node:child_process";

export interface Outcome {
  /** Null where the program was ended by a signal. */
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a program to its end. `echo` shows what it prints while it runs. Throws where there is no such program. */
export function runCommand(
  program: string,
  args: readonly string[],
  { echo = false, env = {} }: { echo?: boolean; env?: NodeJS.ProcessEnv } = {},
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...env },
    });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
      if (echo) process.stdout.write(text);
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
      if (echo) process.stderr.write(text);
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });
}
