package org.netloom.shell;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

/** Nobody becomes somebody else by what they write into their requests. */
class RateLimitTest {

    private static final int AT_ONCE = 30;
    private static final int MANY = 200;

    private final RateLimit limit = new RateLimit(0.001, AT_ONCE);
    private final MockHttpSession session = new MockHttpSession();

    private int status(MockHttpServletRequest request, int answer) throws ServletException, IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        limit.doFilter(request, response, (in, out) -> ((HttpServletResponse) out).setStatus(answer));
        return response.getStatus();
    }

    private MockHttpServletRequest call(String path) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setRemoteAddr("203.0.113.7");
        return request;
    }

    /** How many of many requests get through. */
    private int through(IntFunction<MockHttpServletRequest> requests, int answer) throws ServletException, IOException {
        int through = 0;
        for (int i = 0; i < MANY; i++) {
            through += status(requests.apply(i), answer) == 429 ? 0 : 1;
        }
        return through;
    }

    private MockHttpServletRequest inBrowser(String authorization) {
        MockHttpServletRequest request = call("/api/v1/workspaces");
        request.setSession(session);
        request.addHeader("Authorization", authorization);
        return request;
    }

    private MockHttpServletRequest withToken(String authorization) {
        MockHttpServletRequest request = call("/api/v1/workspaces");
        request.addHeader("Authorization", authorization);
        return request;
    }

    @Test
    void aBrowserIsOneCallerWhateverHeadersItMakesUp() throws Exception {
        assertThat(through(i -> inBrowser("made up " + i), 200)).isEqualTo(AT_ONCE);
    }

    @Test
    void anAddressIsTheSameHoweverItIsWritten() throws Exception {
        assertThat(through(
                        i -> {
                            MockHttpServletRequest request = inBrowser("x");
                            request.setRequestURI("/%61pi/v1/workspaces");
                            return request;
                        },
                        200))
                .isEqualTo(AT_ONCE);
    }

    @Test
    void aTokenIsOneCallerHoweverItIsWritten() throws Exception {
        assertThat(through(i -> withToken((i % 2 == 0 ? "Bearer " : "bearer ") + " ".repeat(i) + "netloom_x"), 200))
                .isEqualTo(AT_ONCE);
        assertThat(status(withToken("Bearer netloom_y"), 200)).isEqualTo(200);
    }

    @Test
    void whoTriesTokensIsSlowedByAddress() throws Exception {
        assertThat(through(i -> withToken("Bearer guess" + i), 401)).isEqualTo(AT_ONCE / 3);
    }

    /** Each takes memory, signed in or not. */
    @ParameterizedTest
    @ValueSource(strings = {"v-r=init&location=login", "location=login&v%2Dr=in%69t"})
    void whoBeginsPagesWithinOneSessionIsSlowedByAddress(String query) throws Exception {
        assertThat(through(i -> page("GET", query, null), 200)).isEqualTo(AT_ONCE / 3);
        assertThat(status(page("POST", "v-r=uidl&v-uiId=0", "application/json"), 200))
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", " Multipart/form-data; boundary=x"})
    void formsMayAskForPagesToo(String type) throws Exception {
        assertThat(through(i -> page("POST", "", type), 200)).isEqualTo(AT_ONCE / 3);
    }

    @Test
    void filesThatAreNoneBeginSessionsTooAndThoseThatAreCountForNothing() throws Exception {
        assertThat(through(i -> call("/VAADIN/build/there.js"), 200)).isEqualTo(MANY);
        int through = 0;
        for (int i = 0; i < MANY; i++) {
            MockHttpServletResponse response = new MockHttpServletResponse();
            limit.doFilter(call("/fonts/none"), response, (in, out) -> ((HttpServletRequest) in).getSession(true));
            through += response.getStatus() == 429 ? 0 : 1;
        }
        assertThat(through).isEqualTo(AT_ONCE / 3);
    }

    private MockHttpServletRequest page(String method, String query, @Nullable String type) {
        MockHttpServletRequest request = call("/");
        request.setMethod(method);
        request.setQueryString(query);
        request.setContentType(type);
        request.setSession(session);
        return request;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/", "/join/x", "/shared/x"})
    void whoBeginsSessionsIsSlowedByTheirNetwork(String path) throws Exception {
        assertThat(through(
                        i -> {
                            MockHttpServletRequest request = call(path);
                            request.setRemoteAddr("2001:db8:0:1:0:0:0:" + Integer.toHexString(i));
                            return request;
                        },
                        200))
                .isEqualTo(AT_ONCE / 3);
    }
}
