package org.netloom.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nothing answers anybody without saying whom it lets in. A few doors were planted that do not, to see that they are found. */
class EveryDoorTest {

    private final MatrixServer server = MatrixServer.shared();

    @Test
    void everyEndpointChannelAndPageSaysWhomItLetsIn() {
        List<Doors.Door> doors = Doors.all(server);

        assertThat(doors.stream()
                        .filter(door -> door.guard() instanceof Guard.Missing)
                        .map(Doors.Door::toString))
                .as("these carry neither @Needs nor @Open with a reason")
                .containsExactlyInAnyOrder("ENDPOINT GET /api/v1/planted/unsaid/{workspace}", "PAGE planted");
        assertThat(doors).filteredOn(door -> Guard.contradicts(door.element())).isEmpty();
        MatrixReport.doors(doors);
    }

    @Test
    void everyServiceMethodSaysWhomItLetsIn() {
        List<ServiceDoors.Door> doors = ServiceDoors.all(server.context);

        assertThat(doors.stream()
                        .filter(door -> door.guard() instanceof Guard.Missing)
                        .map(ServiceDoors.Door::toString))
                .as("these carry neither @Needs nor @Open with a reason")
                .containsExactly("PlantedService.unsaid(UUID)");
        assertThat(doors).filteredOn(door -> Guard.contradicts(door.method())).isEmpty();
        MatrixReport.services(doors);
    }

    @Test
    void knowsEveryServletBeneath() {
        Map<String, ?> servlets = server.context.getServletContext().getServletRegistrations();

        assertThat(servlets.keySet()).containsExactlyInAnyOrder("dispatcherServlet", "springServlet");
    }
}
