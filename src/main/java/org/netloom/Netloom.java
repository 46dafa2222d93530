package org.netloom;

import java.util.Arrays;
import java.util.List;
import org.netloom.process.Launcher;
import org.netloom.process.ParentWatch;
import org.netloom.process.StartRefused;
import org.netloom.training.worker.TrainerProcess;
import org.netloom.training.worker.WorkerProcess;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/** Netloom's main: {@code [web|worker|standalone] [--server.port=…]}. */
public final class Netloom {

    private static final String USAGE = """
            Usage: netloom [web|worker|standalone] [--server.port=8080]
              standalone  the web pages and one worker that trains (the default)
              web         the web pages only
              worker      trains what is queued in the database named by SPRING_DATASOURCE_URL
            """;

    private Netloom() {}

    public static void main(String[] args) throws Exception {
        List<String> options =
                Arrays.stream(args).filter(argument -> argument.startsWith("-")).toList();
        List<String> words = Arrays.stream(args)
                .filter(argument -> !argument.startsWith("-"))
                .toList();
        String role = words.isEmpty() ? "standalone" : words.getFirst();
        if (role.equals("worker") || role.equals("trainer")) {
            System.setProperty("logback.configurationFile", "logback-process.xml");
        }
        switch (role) {
            case "standalone" -> startWeb(true, options);
            case "web" -> startWeb(false, options);
            case "worker" -> {
                if (System.getenv("NETLOOM_SUPERVISED") != null) {
                    leaveInterruptToTheParent();
                    ParentWatch.endWithParent();
                }
                WorkerProcess.main(rest(args));
            }
            case "trainer" -> {
                leaveInterruptToTheParent();
                TrainerProcess.main(rest(args));
            }
            default -> {
                System.err.print("'" + role + "' is none of Netloom's roles.\n" + USAGE);
                System.exit(2);
            }
        }
    }

    private static void startWeb(boolean withWorker, List<String> options) {
        try {
            new Launcher(System.getenv(), System.out::println).start(withWorker, options, WebApplication::start);
        } catch (StartRefused refused) {
            System.err.print(refused.report());
            System.exit(1);
        } catch (InterruptedException stoppedWhileStarting) {
            System.exit(130);
        }
    }

    /** Ctrl-C reaches every process of the terminal; the parent ends its children in order, so they wait for it. */
    private static void leaveInterruptToTheParent() {
        Signal.handle(new Signal("INT"), SignalHandler.SIG_IGN);
    }

    private static String[] rest(String[] args) {
        return Arrays.copyOfRange(args, 1, args.length);
    }
}
