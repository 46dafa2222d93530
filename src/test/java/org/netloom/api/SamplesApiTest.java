package org.netloom.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What networks make while they are trained, as programs and the page read it. */
class SamplesApiTest {

    private final ApiServer server = ApiServer.shared();

    private String path(RunAtWork run) {
        return "/api/v1/runs/" + run.id() + "/samples";
    }

    private List<Integer> epochs(RunAtWork run) {
        List<Integer> epochs = new ArrayList<>();
        server.client()
                .get(path(run))
                .json()
                .path("samples")
                .forEach(sheet -> epochs.add(sheet.path("epoch").asInt()));
        return epochs;
    }

    @Test
    void listsTheEpochsAndHandsOutTheirPictures() {
        RunAtWork run = RunAtWork.begin(server);
        assertThat(epochs(run)).isEmpty();
        run.pictures(0, "noise");
        run.pictures(1, "digits");

        assertThat(epochs(run)).containsExactly(0, 1);
        ApiClient.Answer png = server.client().get(path(run) + "/1.png");
        assertThat(png.response().statusCode()).isEqualTo(200);
        assertThat(png.response().body()).asString().isEqualTo("digits");
        assertThat(png.response().headers().firstValue("content-type")).hasValue("image/png");
        assertThat(png.response().headers().firstValue("cache-control").orElse(""))
                .contains("private", "immutable");
        assertThat(server.client().get(path(run) + "/7.png").response().statusCode())
                .isEqualTo(404);
    }

    @Test
    void tellsLiveThatThereAreNewPictures() throws Exception {
        RunAtWork run = RunAtWork.begin(server);
        try (LiveClient client = LiveClient.connect(server.client(), run.id(), 0)) {
            client.next();
            run.pictures(3, "digits");
            JsonNode frame = client.next();
            assertThat(frame.path("type").asString()).isEqualTo("samples");
            assertThat(frame.path("epoch").asInt()).isEqualTo(3);
        }
    }

    @Test
    void keepsAnEvenChoiceOfALongRunsPictures() {
        RunAtWork run = RunAtWork.begin(server);
        for (int epoch = 0; epoch <= 401; epoch++) {
            run.pictures(epoch, "digits");
        }
        assertThat(epochs(run)).hasSize(102).contains(0, 4, 396, 400, 401);
    }

    @Test
    void forgetsPicturesThatAreMadeAnew() {
        RunAtWork run = RunAtWork.begin(server);
        run.pictures(1, "digits");
        run.pictures(2, "digits");
        run.restartAfter(15);
        assertThat(epochs(run)).containsExactly(1);
    }
}
