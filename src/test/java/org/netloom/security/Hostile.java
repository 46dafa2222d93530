package org.netloom.security;

import java.util.List;

/** Texts that want to be more than text: in markup, attributes, addresses, templates, charts, patterns and spreadsheets. */
final class Hostile {

    /** What the scripts in them call. */
    static final String CALL = "pwn";

    /** The host that they would load something from. */
    static final String ELSEWHERE = "canary.invalid";

    private static final String EVERYTHING = "\"'><img src=x onerror=pwn()>${pwn()}{{1+1}}{0}{b}&lt;";

    /** One attack each; every one is short enough for the name of a layer. */
    static final List<String> SHAPES = List.of(
            "<script>pwn()</script>",
            "</script><script>pwn()</script>",
            "<img src=x onerror=pwn()>",
            "<svg/onload=pwn()>",
            "\"><img src=x onerror=pwn()>",
            "'><svg/onload=pwn()>",
            "</title></textarea><x-planted onclick=pwn()>",
            "--><x-planted>",
            "]]><x-planted>",
            "<iframe srcdoc='<script>pwn()</script>'></iframe>",
            "<a href=javascript:pwn()>open</a>",
            "<base href=//canary.invalid/>",
            "<link rel=stylesheet href=//canary.invalid/x.css>",
            "<style>@import'//canary.invalid/x.css'</style>",
            "javascript:pwn()//",
            "[open](javascript:pwn())",
            "![](//canary.invalid/x.png)<x-planted>",
            "\" onfocus=pwn() autofocus x=\"",
            "x' onmouseover='pwn()",
            "${pwn()} {{pwn()}} [[pwn()]] #{pwn()} <%=pwn()%>",
            "`${pwn()}`\\u003cx-planted\\u003e",
            "{b} {a|x} {c} {@[0]} <br/> {0} {1} $& $1 %s",
            "&lt;img src=x onerror=pwn()&gt; &#60;x-planted&#62;",
            "\u200Fgnp.nwp\u200E",
            "x\u2028pwn()//",
            "=HYPERLINK(\"//canary.invalid\")",
            "@SUM(1+1)*cmd|' /C calc'!A0");

    private Hostile() {}

    /** A name of at most 60 characters that tries all at once. */
    static String name(String what) {
        String name = what + EVERYTHING;
        if (name.length() > 60) {
            throw new IllegalArgumentException(name);
        }
        return name;
    }

    /** An address that signs in like any other. */
    static String email(String what) {
        return what + "\"'><svg/onload=pwn()>${1+1}{{1+1}}&lt;@example.org";
    }

    /** All of them in one long text, which begins like a formula; in a text, letters may turn, too. */
    static String text(String what) {
        return "=" + what + " " + String.join("\n", SHAPES) + "\n\u202Egnp.nwp\u202C \u2066x\u2069\n" + name(what);
    }
}
