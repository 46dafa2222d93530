package org.netloom.process;

import org.netloom.design.Problem;

/** Netloom cannot start, for a reason a person can mend. Shown as three plain sentences, never as a stack trace. */
public final class StartRefused extends RuntimeException {

    private final transient Problem problem;

    private StartRefused(Problem problem) {
        super(problem.text(), null, false, false);
        this.problem = problem;
    }

    static StartRefused because(String code, String what, String expected, String fix) {
        return new StartRefused(Problem.error(code, what, expected, fix));
    }

    /** For a port that somebody took while Netloom was starting. */
    public static StartRefused portTaken(int port) {
        return WebPort.taken(port, "");
    }

    public static StartRefused of(Problem problem) {
        return new StartRefused(problem);
    }

    /** The message as it is printed. */
    public String report() {
        return """

                Netloom could not start.
                  What happened: %s
                  Expected:      %s
                  How to fix it: %s
                """.formatted(problem.what(), problem.expected(), problem.fix());
    }

    public Problem problem() {
        return problem;
    }
}
