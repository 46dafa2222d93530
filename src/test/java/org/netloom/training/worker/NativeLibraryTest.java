package org.netloom.training.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NativeLibraryTest {

    @Test
    void fastLibraryNeedsAvx2() {
        assertThat(NativeLibrary.extension(Set.of("sse2", "avx", "avx2", "fma")))
                .isEqualTo("-onednn-avx2");
        assertThat(NativeLibrary.extension(Set.of("sse2", "avx"))).isEmpty();
        assertThat(NativeLibrary.extension(Set.of())).isEmpty();
    }

    @Test
    void readsTheFirstProcessorsFlags() {
        assertThat(NativeLibrary.featuresIn(
                        Stream.of("processor\t: 0", "flags\t\t: fpu avx2 fma", "processor\t: 1", "flags\t\t: fpu")))
                .containsExactlyInAnyOrder("fpu", "avx2", "fma");
        assertThat(NativeLibrary.featuresIn(Stream.of("processor : 0"))).isEmpty();
    }
}
