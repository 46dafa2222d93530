package org.netloom.shell;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names under which this installation answers. Whoever owns a name may point it at any address, also at this machine, and lets a
 * page of theirs talk to it as to itself; so only names known here count. A page cannot be made to come from an address or from localhost.
 */
final class Hosts {

    private static final Pattern IP4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern IP6 = Pattern.compile("\\[[0-9a-f:.]+(%25[a-z0-9]+)?]");
    private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");

    private final Set<String> names;
    private final List<String> endings;

    private Hosts(Set<String> names, List<String> endings) {
        this.names = names;
        this.endings = endings;
    }

    /** @param configured names with commas between; one that begins with "*." stands for all names that end so */
    static Hosts of(String configured) {
        List<String> given = Arrays.stream(configured.toLowerCase(Locale.ROOT).split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        Set<String> names = Stream.concat(Stream.of("localhost", machine()), given.stream())
                .collect(Collectors.toUnmodifiableSet());
        List<String> endings = Stream.concat(
                        Stream.of(".localhost"),
                        given.stream().filter(name -> name.startsWith("*.")).map(name -> name.substring(1)))
                .toList();
        return new Hosts(names, endings);
    }

    /** @param host as the header says it, with or without a port */
    boolean knows(String host) {
        String name = PORT.matcher(host.toLowerCase(Locale.ROOT)).replaceFirst("");
        return names.contains(name)
                || IP4.matcher(name).matches()
                || IP6.matcher(name).matches()
                || endings.stream().anyMatch(name::endsWith);
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT);
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
