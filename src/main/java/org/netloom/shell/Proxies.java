package org.netloom.shell;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** What the web server believes: forwarded addresses and schemes only from the proxies in NETLOOM_PROXIES, by default from nobody. */
@Component
final class Proxies implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final String proxies;

    Proxies(@Value("${NETLOOM_PROXIES:}") String proxies) {
        this.proxies = proxies.strip();
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        if (proxies.isEmpty()) {
            return;
        }
        RemoteIpValve valve = new RemoteIpValve();
        valve.setInternalProxies(addresses(proxies));
        valve.setRemoteIpHeader("X-Forwarded-For");
        valve.setProtocolHeader("X-Forwarded-Proto");
        factory.addEngineValves(valve);
    }

    /** A pattern of the addresses given with commas between. */
    static String addresses(String proxies) {
        return Arrays.stream(proxies.split(","))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
    }
}
