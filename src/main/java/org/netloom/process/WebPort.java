package org.netloom.process;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;

/** The port people open in the browser. Looked at before anything is started, so that a taken one costs no waiting. */
final class WebPort {

    private static final int USUAL = 8080;
    private static final String OPTION = "--server.port=";

    private WebPort() {}

    static int choose(List<String> arguments, Map<String, String> environment) {
        String text = arguments.stream()
                .filter(argument -> argument.startsWith(OPTION))
                .map(argument -> argument.substring(OPTION.length()))
                .reduce((first, last) -> last)
                .orElse(environment.getOrDefault("SERVER_PORT", String.valueOf(USUAL)));
        try {
            int port = Integer.parseInt(text.strip());
            if (port >= 0 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // Told below, together with numbers out of range.
        }
        throw StartRefused.because(
                "port-number",
                "'" + text + "' is no port number.",
                "A number from 1 to 65535.",
                "Choose one, for example " + OPTION + "8081.");
    }

    static void requireFree(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(port));
        } catch (IOException e) {
            throw taken(port, String.valueOf(e.getMessage()));
        }
    }

    static StartRefused taken(int port, String said) {
        boolean forbidden = said.contains("denied");
        return StartRefused.because(
                "port-taken",
                forbidden
                        ? "This user may not open port " + port + "."
                        : "Port " + port + " is already in use by another program.",
                "A free port for the web pages.",
                "Stop the other program, or choose another port: " + OPTION + (port == 8081 ? 8082 : 8081) + ".");
    }
}
