package org.netloom;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.netloom.process.Launcher;
import org.netloom.process.StartRefused;
import org.netloom.workspace.FirstAccountRefused;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The web role: pages, HTTP API and live frames. */
@SpringBootApplication(proxyBeanMethods = false)
public class WebApplication {

    static Launcher.RunningWeb start(String[] arguments, Map<String, Object> settings) {
        SpringApplication application = new SpringApplication(WebApplication.class);
        application.setDefaultProperties(settings);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        try {
            return new Running(application.run(arguments));
        } catch (RuntimeException e) {
            throw inPlainWords(e);
        }
    }

    private static RuntimeException inPlainWords(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException taken) {
                return StartRefused.portTaken(taken.getPort());
            }
            if (cause instanceof FirstAccountRefused refused) {
                return StartRefused.of(refused.problem());
            }
        }
        return e;
    }

    private record Running(ConfigurableApplicationContext context) implements Launcher.RunningWeb {
        @Override
        public int port() {
            return requireNonNull(((WebServerApplicationContext) context).getWebServer())
                    .getPort();
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
