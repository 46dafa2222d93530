package org.netloom.design;

import java.util.List;
import java.util.function.Function;

/** A value, or the problems that kept it from being made. */
public sealed interface Result<T> {

    record Ok<T>(T value) implements Result<T> {}

    record Refused<T>(List<Problem> problems) implements Result<T> {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    static <T> Result<T> ok(T value) {
        return new Ok<>(value);
    }

    static <T> Result<T> refused(Problem problem) {
        return new Refused<>(List.of(problem));
    }

    static <T> Result<T> refused(List<Problem> problems) {
        return new Refused<>(problems);
    }

    default <R> Result<R> then(Function<T, Result<R>> next) {
        return switch (this) {
            case Ok<T> ok -> next.apply(ok.value());
            case Refused<T> refused -> new Refused<>(refused.problems());
        };
    }

    default <R> Result<R> map(Function<T, R> change) {
        return then(value -> ok(change.apply(value)));
    }

    default boolean isOk() {
        return this instanceof Ok<T>;
    }

    /** The problems; empty when there is a value. */
    default List<Problem> problems() {
        return switch (this) {
            case Ok<T> ok -> List.of();
            case Refused<T> refused -> refused.problems();
        };
    }

    /** The value, where a refusal would be a bug of the caller. */
    default T get() {
        return switch (this) {
            case Ok<T> ok -> ok.value();
            case Refused<T> refused ->
                throw new IllegalStateException(refused.problems().toString());
        };
    }
}
