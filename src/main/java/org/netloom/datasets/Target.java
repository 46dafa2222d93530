package org.netloom.datasets;

import java.util.List;

/** What is to be predicted for each example. */
public sealed interface Target {

    /** Classes, or numbers in each example (or at each step). */
    int size();

    List<String> names();

    /** Numbers that a network with one unit for each class or number gives for one example. */
    default int outputs() {
        return size();
    }

    /** One of several classes. An example's class is an index into the names. */
    record Classes(List<String> names) implements Target {
        public Classes {
            names = List.copyOf(names);
        }

        @Override
        public int size() {
            return names.size();
        }
    }

    /** One of several classes at each step of a sequence: the next letter, the parity so far. */
    record ClassesPerStep(List<String> names, int steps) implements Target {
        public ClassesPerStep {
            names = List.copyOf(names);
        }

        @Override
        public int size() {
            return names.size();
        }

        @Override
        public int outputs() {
            return Math.multiplyExact(names.size(), steps);
        }
    }

    /** One or more numbers (regression). */
    record Numbers(List<String> names) implements Target {
        public Numbers {
            names = List.copyOf(names);
        }

        @Override
        public int size() {
            return names.size();
        }
    }
}
