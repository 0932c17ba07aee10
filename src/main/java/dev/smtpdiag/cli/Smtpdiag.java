package dev.smtpdiag.cli;

import dev.smtpdiag.report.ExitCode;

/** Finds the command that was called and runs it. */
final class Smtpdiag {

    /**
     * @return the exit code; failures have become a sentence on standard error by then
     */
    int run(String[] args, Console console) {
        try {
            if (FastLane.takes(args)) {
                return FastLane.run(args, console);
            }
            return new Commands().run(args, console);
        } catch (RuntimeException e) {
            console.out().flush();
            return FailureHandler.handle(e, console.err());
        } catch (LinkageError | OutOfMemoryError | StackOverflowError e) {
            console.err()
                    .println("smtpdiag: this is a bug in smtpdiag: "
                            + e.getClass().getSimpleName());
            return ExitCode.INTERNAL.number();
        }
    }
}
