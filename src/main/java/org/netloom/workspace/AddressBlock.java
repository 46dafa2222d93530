package org.netloom.workspace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * By what callers from the network are counted: an IPv4 address, or the first four of the eight groups of an IPv6 address. Who has one
 * IPv6 address has a whole /64 of them.
 */
public final class AddressBlock {

    private static final int GROUPS = 8;
    private static final int NETWORK_GROUPS = 4;

    private AddressBlock() {}

    /** The same for all addresses that one line has. */
    public static String of(String address) {
        if (!address.contains(":") || address.contains(".")) {
            return address;
        }
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
