package org.netloom.layers.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.netloom.design.Shape;
import org.netloom.design.Value;
import org.netloom.layers.Fit;
import org.netloom.layers.Parameter;
import org.netloom.layers.Settings;
import org.netloom.layers.Window;

/** What layers with a sliding window share: its settings, and what mends a window that does not fit. */
final class Windows {

    private static final long MOST = 1_000_000_000L;

    private Windows() {}

    /** The parameter {@code padding} with these kinds; the first is the usual one. */
    static Parameter padding(Window.Padding... kinds) {
        List<Parameter.Option> options = IntStream.range(0, kinds.length)
                .mapToObj(i -> kinds[i].option())
                .toList();
        return Parameter.choice("padding", "Padding", kinds[0].id(), options, "What happens at the borders.");
    }

    static Parameter sizes(int directions, String name, String label, long usual, String help) {
        return directions == 2
                ? Parameter.window(name, label, Value.dims(usual, usual), help + " Height × width.")
                : Parameter.whole(name, label, usual, 1, MOST, help);
    }

    /** As {@link #sizes}, but empty by default. */
    static Parameter optionalSizes(int directions, String name, String label, String help) {
        return directions == 2
                ? Parameter.window(name, label, null, help + " Height × width.")
                : Parameter.optionalWhole(name, label, 1, MOST, help);
    }

    /** The value of {@link #sizes}: one number for each direction. */
    static Optional<List<Long>> sizes(int directions, Settings settings, String name) {
        return settings.value(name)
                .map(value -> directions == 2 ? Window.both(settings.dims(name)) : List.of(settings.whole(name)));
    }

    static Window.Padding padding(Settings settings) {
        return Window.Padding.byId(settings.choice("padding"));
    }

    /** The picture or sequence that a window makes of another, with this many channels or features. */
    static Shape slid(Shape input, Window window, long channels) {
        List<Long> dims = new ArrayList<>(List.of(channels));
        for (int i = 0; i < window.directions(); i++) {
            dims.add(window.places(i, input.dims().get(i + 1)));
        }
        return Shape.of(dims);
    }

    /**
     * Why the window does not fit into the input, if it does not.
     *
     * @param kernel name of the parameter that holds the kernel's size
     * @param output what comes out with another window
     */
    static Optional<Fit> misfit(Shape input, Window window, String kernel, Function<Window, Shape> output) {
        if (isTooLarge(input, window)) {
            return Optional.of(tooLarge(input, window, kernel, output));
        }
        return isUneven(input, window) ? Optional.of(uneven(input, window, output)) : Optional.empty();
    }

    private static boolean fits(Shape input, Window window) {
        return !isTooLarge(input, window) && !isUneven(input, window);
    }

    private static boolean isTooLarge(Shape input, Window window) {
        return IntStream.range(0, window.directions())
                .anyMatch(i -> window.places(i, input.dims().get(i + 1)) < 1);
    }

    private static boolean isUneven(Shape input, Window window) {
        return window.padding() == Window.Padding.SAME && some(input, window, true) && some(input, window, false);
    }

    /** Whether padding would have to take away (or to add, or do nothing) in some direction. */
    private static boolean some(Shape input, Window window, boolean negative) {
        return IntStream.range(0, window.directions()).anyMatch(i -> {
            long zeros = window.zeros(i, input.dims().get(i + 1));
            return negative ? zeros < 0 : zeros > 0;
        });
    }

    /**
     * Why a window cannot spread the numbers of an input, if it cannot.
     *
     * @param output what comes out with another window
     */
    static Optional<Fit> gap(Window window, Function<Window, Shape> output) {
        List<Long> shorter = IntStream.range(0, window.directions())
                .mapToObj(i -> Math.min(window.stride().get(i), window.kernel().get(i)))
                .toList();
        if (window.padding() != Window.Padding.SAME || shorter.equals(window.stride())) {
            return Optional.empty();
        }
        Window slower = new Window(window.kernel(), shorter, window.dilation(), window.padding());
        Window valid = window.with(Window.Padding.VALID);
        return Optional.of(new Fit.Misfit(
                "uneven-stride",
                "stride",
                "with stride " + text(window.stride()) + " a kernel of " + text(window.kernel())
                        + " leaves gaps, and there is nothing to cut off at the edges.",
                "With padding same, the stride is at most as large as the kernel.",
                "Use a smaller stride, a larger kernel, or padding valid.",
                List.of(
                        new Fit.Remedy.Set(
                                "Set stride to " + text(shorter) + " → "
                                        + output.apply(slower).text(),
                                "stride",
                                value(shorter)),
                        new Fit.Remedy.Set(
                                "Set padding to valid → " + output.apply(valid).text(),
                                "padding",
                                Value.of(Window.Padding.VALID.id())))));
    }

    private static Fit tooLarge(Shape input, Window window, String kernel, Function<Window, Shape> output) {
        List<Fit.Remedy> remedies = new ArrayList<>();
        Window same = window.with(Window.Padding.SAME);
        if (fits(input, same)) {
            remedies.add(new Fit.Remedy.Set(
                    "Set padding to same → " + output.apply(same).text(),
                    "padding",
                    Value.of(Window.Padding.SAME.id())));
        }
        List<Long> smaller = IntStream.range(0, window.directions())
                .mapToObj(i -> largestKernel(input.dims().get(i + 1), window, i))
                .toList();
        Window shrunk = new Window(smaller, window.stride(), window.dilation(), window.padding());
        if (fits(input, shrunk)) {
            remedies.add(new Fit.Remedy.Set(
                    "Set " + kernel + " to " + text(smaller) + " → "
                            + output.apply(shrunk).text(),
                    kernel,
                    value(smaller)));
        }
        List<Long> ones = window.kernel().stream().map(size -> 1L).toList();
        Window dense = new Window(window.kernel(), window.stride(), ones, window.padding());
        if (!window.dilation().equals(ones) && fits(input, dense)) {
            remedies.add(new Fit.Remedy.Set(
                    "Set dilation to " + text(ones) + " → "
                            + output.apply(dense).text(),
                    "dilation",
                    value(ones)));
        }
        return new Fit.Misfit(
                "window-too-large",
                kernel,
                "its window reaches over " + text(reaches(window)) + ", but the input is " + input.text() + ".",
                "Without padding the window is at most as large as the input.",
                "Use padding same, or a smaller window.",
                remedies);
    }

    private static Fit uneven(Shape input, Window window, Function<Window, Shape> output) {
        List<Fit.Remedy> remedies = new ArrayList<>();
        Window valid = window.with(Window.Padding.VALID);
        if (fits(input, valid)) {
            remedies.add(new Fit.Remedy.Set(
                    "Set padding to valid → " + output.apply(valid).text(),
                    "padding",
                    Value.of(Window.Padding.VALID.id())));
        }
        List<Long> shorter = IntStream.range(0, window.directions())
                .mapToObj(i -> Math.min(window.stride().get(i), window.reach(i)))
                .toList();
        Window slower = new Window(window.kernel(), shorter, window.dilation(), window.padding());
        if (fits(input, slower)) {
            remedies.add(new Fit.Remedy.Set(
                    "Set stride to " + text(shorter) + " → "
                            + output.apply(slower).text(),
                    "stride",
                    value(shorter)));
        }
        return new Fit.Misfit(
                "uneven-stride",
                "stride",
                "with stride " + text(window.stride()) + " a window of " + text(reaches(window))
                        + " leaves numbers out in one direction and needs padding in the other.",
                "With padding same, the stride is at most as large as the window.",
                "Use padding valid, or a smaller stride.",
                remedies);
    }

    private static long largestKernel(long size, Window window, int direction) {
        long most = (size - 1) / window.dilation().get(direction) + 1;
        return Math.min(window.kernel().get(direction), most);
    }

    private static List<Long> reaches(Window window) {
        return IntStream.range(0, window.directions()).mapToObj(window::reach).toList();
    }

    private static Value value(List<Long> sizes) {
        return sizes.size() == 1 ? Value.of(sizes.get(0)) : new Value.Dims(sizes);
    }

    private static String text(List<Long> sizes) {
        return sizes.stream().map(String::valueOf).collect(Collectors.joining(" × "));
    }
}
