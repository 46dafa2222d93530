package org.netloom.design;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an edit has changed, found by comparing the design before and after it, so that no kind of edit can forget to tell. Marks are
 * short texts such as {@code dense1/units}.
 *
 * @param touched everything that this edit has changed or builds on; kept with it
 * @param claims marks which, touched by a later edit, mean that taking this one back would take away or overwrite that edit's work
 */
public record Footprint(Set<String> touched, Set<String> claims) {

    public Footprint {
        touched = Set.copyOf(touched);
        claims = Set.copyOf(claims);
    }

    public static Footprint of(Design before, Design after) {
        Tracks tracks = new Tracks("");
        tracks.compare(before, after);
        Map<String, Block> old = before.blocks();
        after.blocks().forEach((id, block) -> tracks.block(old.get(id), block));
        old.forEach((id, block) -> {
            if (!after.blocks().containsKey(id)) {
                tracks.block(block, null);
            }
        });
        return new Footprint(tracks.touched, tracks.claims);
    }

    /** The mark of a setting of a layer. */
    public static String setting(String layer, String parameter) {
        return layer + "/" + parameter;
    }

    /** The mark of a layer's name. */
    public static String name(String layer) {
        return layer + "/:name";
    }

    public Footprint and(Footprint other) {
        Set<String> both = new HashSet<>(touched);
        both.addAll(other.touched);
        Set<String> claimed = new HashSet<>(claims);
        claimed.addAll(other.claims);
        return new Footprint(both, claimed);
    }

    /** What of the claims these marks would overwrite, in a steady order. */
    public Set<String> against(Set<String> marks) {
        return claims.stream().filter(marks::contains).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Gathers marks within one graph; {@code place} is where it is: nothing, or the block whose inside it is. */
    private static final class Tracks {
        private final String place;
        private final Set<String> touched = new LinkedHashSet<>();
        private final Set<String> claims = new LinkedHashSet<>();

        Tracks(String place) {
            this.place = place;
        }

        /** Something that comes or goes with all that belongs to it. */
        private void whole(String thing) {
            touched.add(thing);
            touched.add(thing + "!");
            claims.add(thing);
        }

        /** One trait of something that stays. */
        private void trait(String thing, String trait) {
            builtOn(thing);
            touched.add(thing + "/" + trait);
            claims.add(thing + "/" + trait);
        }

        private void builtOn(String thing) {
            touched.add(thing);
            claims.add(thing + "!");
        }

        void compare(Design before, Design after) {
            after.layers().forEach((id, layer) -> layer(before.layers().get(id), layer));
            before.layers().forEach((id, layer) -> {
                if (!after.layers().containsKey(id)) {
                    layer(layer, null);
                }
            });
            if (!before.wires().equals(after.wires())) {
                wires(before.wires(), after.wires());
            }
        }

        private void layer(@Nullable Layer old, @Nullable Layer now) {
            if (old == now) {
                return;
            }
            if (old == null || now == null || !old.type().equals(now.type())) {
                for (Layer each : Arrays.asList(old, now)) {
                    if (each != null) {
                        whole(place + each.id());
                        Block.definition(each.type()).ifPresent(block -> builtOn("#" + block));
                    }
                }
                return;
            }
            String thing = place + now.id();
            if (!old.name().equals(now.name())) {
                trait(thing, ":name");
            }
            if (!old.position().equals(now.position())) {
                trait(thing, ":place");
            }
            Set<String> settings = new LinkedHashSet<>(old.values().keySet());
            settings.addAll(now.values().keySet());
            for (String setting : settings) {
                if (!Objects.equals(old.values().get(setting), now.values().get(setting))) {
                    trait(thing, setting);
                    Block.definition(now.type()).ifPresent(block -> touched.add("#" + block + "/:exposed"));
                }
            }
        }

        private void wires(List<Wire> before, List<Wire> after) {
            Set<Wire> old = new HashSet<>(before);
            Set<Wire> now = new HashSet<>(after);
            after.stream().filter(wire -> !old.contains(wire)).forEach(this::wire);
            before.stream().filter(wire -> !now.contains(wire)).forEach(this::wire);
            Map<String, List<Wire>> stayedBefore = stayed(before, now);
            stayed(after, old).forEach((layer, wires) -> {
                if (!wires.equals(stayedBefore.get(layer))) {
                    trait(place + layer, ":order");
                }
            });
        }

        private void wire(Wire wire) {
            whole(place + wire.from() + ">" + wire.to());
            builtOn(place + wire.from());
            builtOn(place + wire.to());
        }

        private static Map<String, List<Wire>> stayed(List<Wire> wires, Set<Wire> others) {
            Map<String, List<Wire>> into = new HashMap<>();
            wires.stream()
                    .filter(others::contains)
                    .forEach(wire -> into.computeIfAbsent(wire.to(), layer -> new ArrayList<>())
                            .add(wire));
            return into;
        }

        void block(@Nullable Block old, @Nullable Block now) {
            if (Objects.equals(old, now)) {
                return;
            }
            if (old == null || now == null) {
                whole("#" + Objects.requireNonNull(old == null ? now : old).id());
                return;
            }
            String thing = "#" + now.id();
            if (!old.name().equals(now.name())) {
                trait(thing, ":name");
            }
            if (!old.exposed().equals(now.exposed())) {
                trait(thing, ":exposed");
            }
            if (!Objects.equals(old.origin(), now.origin())) {
                trait(thing, ":origin");
            }
            if (!old.inside().equals(now.inside())) {
                Tracks inside = new Tracks(thing + "/");
                inside.compare(old.inside(), now.inside());
                touched.addAll(inside.touched);
                claims.addAll(inside.claims);
                builtOn(thing);
            }
        }
    }
}
