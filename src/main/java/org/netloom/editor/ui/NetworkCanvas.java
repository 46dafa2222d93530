package org.netloom.editor.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.component.react.ReactAdapterComponent;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.shared.Registration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The canvas: draws cards and wires as told, and tells every finished gesture. It changes nothing by itself. */
@Tag("netloom-canvas")
@JsModule("./canvas/network-canvas.tsx")
@NpmPackage(value = "@xyflow/react", version = "12.12.1")
@NpmPackage(value = "@dagrejs/dagre", version = "3.1.3")
public class NetworkCanvas extends ReactAdapterComponent {

    /** Which way data flows. */
    public enum Direction {
        DOWN,
        RIGHT
    }

    private static final List<String> WORDS = List.of(
            "canvas", "keys", "empty", "emptyHint", "zoomIn", "zoomOut", "fit", "tidy", "minimap", "connecting");

    private final List<SerializableConsumer<CanvasGesture>> listeners = new CopyOnWriteArrayList<>();
    private CanvasGraph graph = CanvasGraph.EMPTY;
    private Direction direction = Direction.DOWN;
    private boolean readOnly;
    private transient Map<String, CanvasPerson> people = new LinkedHashMap<>();

    public NetworkCanvas() {
        GestureReader.events()
                .forEach(name -> getElement()
                        .addEventListener(
                                name,
                                event -> GestureReader.read(
                                                name, event.getEventData().path("event.detail"))
                                        .filter(gesture -> !readOnly || onlyLooks(gesture))
                                        .ifPresent(gesture -> listeners.forEach(listener -> listener.accept(gesture))))
                        .addEventData("event.detail"));
    }

    private static boolean onlyLooks(CanvasGesture gesture) {
        return gesture instanceof CanvasGesture.SelectionChanged
                || gesture instanceof CanvasGesture.CursorMoved
                || gesture instanceof CanvasGesture.Open
                || gesture instanceof CanvasGesture.Leave;
    }

    /** Shows this and only this; the browser is sent what differs from before. */
    public void show(Collection<CanvasCard> cards, Collection<CanvasWire> wires) {
        CanvasGraph next = CanvasGraph.of(cards, wires);
        CanvasGraph.Patch patch = next.since(graph);
        graph = next;
        if (isAttached() && !patch.isEmpty()) {
            getElement()
                    .callJsFunction(
                            "patchGraph",
                            Map.of(
                                    "cards",
                                            patch.cards().stream()
                                                    .map(this::drawn)
                                                    .toList(),
                                    "removedCards", patch.removedCards(),
                                    "wires", patch.wires(),
                                    "removedWires", patch.removedWires()));
        }
    }

    /** Sends these cards again as the server knows them, for example after a refused move. */
    public void restore(Collection<String> ids) {
        List<Map<String, Object>> cards = ids.stream()
                .map(id -> graph.cards().get(id))
                .flatMap(Stream::ofNullable)
                .map(this::drawn)
                .toList();
        getElement()
                .callJsFunction(
                        "patchGraph",
                        Map.of(
                                "cards",
                                cards,
                                "removedCards",
                                List.of(),
                                "wires",
                                List.of(),
                                "removedWires",
                                List.of()));
    }

    /** Selects these cards and brings the first into view. */
    public void select(Collection<String> ids) {
        getElement().callJsFunction("selectCards", List.copyOf(ids), true);
    }

    /** Selects these cards where they are, without moving the view. */
    public void mark(Collection<String> ids) {
        getElement().callJsFunction("selectCards", List.copyOf(ids), false);
    }

    /** Draws these people's selections and cursors; the browser is sent what differs from before. */
    public void showPeople(Collection<CanvasPerson> everyone) {
        Map<String, CanvasPerson> next = new LinkedHashMap<>();
        everyone.forEach(person -> next.put(person.id(), person));
        List<CanvasPerson> changed = next.values().stream()
                .filter(person -> !person.equals(people.get(person.id())))
                .toList();
        List<String> removed =
                people.keySet().stream().filter(id -> !next.containsKey(id)).toList();
        people = next;
        if (isAttached() && !(changed.isEmpty() && removed.isEmpty())) {
            getElement().callJsFunction("patchPeople", changed, removed);
        }
    }

    public void fit() {
        getElement().callJsFunction("fitAll");
    }

    /** Places the cards in layers; arrives back as one {@link CanvasGesture.MoveLayers}. */
    public void tidy() {
        getElement().callJsFunction("tidyUp");
    }

    /** Only looking and selecting: for the snapshot of a run. */
    public void setReadOnly(boolean readOnly) {
        if (readOnly != this.readOnly) {
            this.readOnly = readOnly;
            configure();
        }
    }

    public void setDirection(Direction direction) {
        this.direction = direction;
        configure();
    }

    public Registration onGesture(SerializableConsumer<CanvasGesture> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        configure();
        getElement()
                .callJsFunction(
                        "resetGraph",
                        graph.cards().values().stream().map(this::drawn).toList(),
                        List.copyOf(graph.wires().values()));
        getElement().callJsFunction("patchPeople", List.copyOf(people.values()), List.of());
    }

    private void configure() {
        if (isAttached()) {
            Map<String, String> words = WORDS.stream()
                    .collect(Collectors.toMap(word -> word, word -> getTranslation("editor.canvas." + word)));
            getElement().callJsFunction("configure", words, direction == Direction.DOWN ? "down" : "right", readOnly);
        }
    }

    private Map<String, Object> drawn(CanvasCard card) {
        return Map.ofEntries(
                Map.entry("id", card.id()),
                Map.entry("name", card.name()),
                Map.entry("type", card.type()),
                Map.entry("category", card.category()),
                Map.entry("icon", card.icon()),
                Map.entry("summary", card.summary()),
                Map.entry("shape", card.shape()),
                Map.entry("parameters", card.parameters()),
                Map.entry("problems", card.problems()),
                Map.entry("x", card.x()),
                Map.entry("y", card.y()),
                Map.entry("source", card.source()),
                Map.entry("sink", card.sink()),
                Map.entry("composite", card.composite()),
                Map.entry("spoken", spoken(card)));
    }

    /** Such as “Dense dense1, 128 · ReLU, output 128, 100,480 parameters, 1 problem”. */
    private String spoken(CanvasCard card) {
        int problems = card.problems().size();
        return Stream.of(
                        card.type().equals(card.name()) ? card.name() : card.type() + " " + card.name(),
                        card.summary(),
                        card.shape().isEmpty() ? "" : getTranslation("editor.canvas.spokenOutput", card.shape()),
                        card.parameters().isEmpty()
                                ? ""
                                : getTranslation("editor.canvas.spokenParameters", card.parameters()),
                        problems == 0
                                ? ""
                                : getTranslation(
                                        problems == 1 ? "editor.canvas.spokenProblem" : "editor.canvas.spokenProblems",
                                        problems))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
