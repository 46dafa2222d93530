package org.netloom.datasets;

import java.util.List;

/** What is to be predicted for each example. */
public sealed interface Target {

    /** Classes, or numbers in each example. */
    int size();

    List<String> names();

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
