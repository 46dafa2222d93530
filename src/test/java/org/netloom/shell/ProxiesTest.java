package org.netloom.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

class ProxiesTest {

    /** Unsaid, Spring Boot decides by where it believes to run, and everybody in that network could forge addresses. */
    @Test
    void nobodyIsBelievedOfThemselves() throws IOException {
        assertThat(PropertiesLoaderUtils.loadProperties(new ClassPathResource("application.properties"))
                        .getProperty("server.forward-headers-strategy"))
                .isEqualToIgnoringCase(ServerProperties.ForwardHeadersStrategy.NONE.name());
    }

    @Test
    void onlyTheNamedAddressesAreMeant() {
        Pattern proxies = Pattern.compile(Proxies.addresses("10.0.0.1, 10.0.0.2"));

        assertThat(proxies.matcher("10.0.0.2").matches()).isTrue();
        assertThat(proxies.matcher("10.0.0.20").matches()).isFalse();
        assertThat(proxies.matcher("10a0b0c1").matches()).isFalse();
    }
}
