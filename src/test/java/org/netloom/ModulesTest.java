package org.netloom;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {

    @Test
    void keepTheirWalls() {
        ApplicationModules.of(WebApplication.class).verify();
    }
}
