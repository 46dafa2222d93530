package org.netloom.workspace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The first four of the eight groups of an IPv6 address, which name the network it is in. */
final class Ipv6 {

    private static final int GROUPS = 8;
    private static final int NETWORK_GROUPS = 4;

    private Ipv6() {}

    static String network(String address) {
        String bare = address.replaceAll("[%].*|[\\[\\]]", "");
        int gap = bare.indexOf("::");
        List<String> groups = new ArrayList<>(groups(gap < 0 ? bare : bare.substring(0, gap)));
        if (gap >= 0) {
            List<String> tail = groups(bare.substring(gap + 2));
            groups.addAll(Collections.nCopies(Math.max(0, GROUPS - groups.size() - tail.size()), "0"));
            groups.addAll(tail);
        }
        return String.join(":", groups.subList(0, Math.min(NETWORK_GROUPS, groups.size()))) + "::/64";
    }

    private static List<String> groups(String text) {
        return text.isEmpty()
                ? List.of()
                : List.of(text.split(":", -1)).stream()
                        .map(group -> group.replaceFirst("^0+(?=.)", ""))
                        .toList();
    }
}
