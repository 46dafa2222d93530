package org.netloom.shell;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an answer may load and run in a browser. Why pages may do what they may is told in decision 59. */
final class ContentPolicy {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:\\[\\]_-]{1,255}");

    private ContentPolicy() {}

    /** For whatever is no page: should a browser be made to show it as one, it can do nothing. */
    static String nothing() {
        return "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox";
    }

    /** @param nonce carried by the scripts inside the page; no others run, and none is made from text by eval */
    static String page(String nonce, @Nullable String host) {
        return "default-src 'none'; script-src 'self' 'nonce-" + nonce + "'; style-src 'self' 'unsafe-inline'; "
                + "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'" + sockets(host)
                + "; manifest-src 'self'; worker-src 'self'; frame-src 'none'; object-src 'none'; "
                + "frame-ancestors 'none'; base-uri 'self'; form-action 'self'";
    }

    /** Older browsers do not count WebSockets of the same host as 'self'. */
    private static String sockets(@Nullable String host) {
        return host == null || !HOST.matcher(host).matches() ? "" : " ws://" + host + " wss://" + host;
    }
}
