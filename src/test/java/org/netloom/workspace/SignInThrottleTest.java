package org.netloom.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final SignInThrottle throttle = new SignInThrottle(() -> now);

    @Test
    void makesGuessersWait() {
        guess(SignInThrottle.FREE_TRIES);

        assertThat(throttle.mustWait("ADA@example.org ", "10.0.0.1")).isTrue();
    }

    @Test
    void allowsAFewMistakes() {
        guess(SignInThrottle.FREE_TRIES - 1);

        assertThat(throttle.mustWait("ada@example.org", "10.0.0.1")).isFalse();
    }

    @Test
    void letsOthersInMeanwhile() {
        guess(SignInThrottle.FREE_TRIES);

        assertThat(throttle.mustWait("ada@example.org", "10.0.0.2")).isFalse();
        assertThat(throttle.mustWait("bob@example.org", "10.0.0.1")).isFalse();
    }

    @Test
    void forgivesAfterAWhile() {
        guess(SignInThrottle.FREE_TRIES);
        now = now.plus(SignInThrottle.WAIT);

        assertThat(throttle.mustWait("ada@example.org", "10.0.0.1")).isFalse();
    }

    @Test
    void forgetsMistakesOnceThePasswordWasRight() {
        guess(SignInThrottle.FREE_TRIES - 1);
        throttle.right("ada@example.org", "10.0.0.1");
        guess(1);

        assertThat(throttle.mustWait("ada@example.org", "10.0.0.1")).isFalse();
    }

    private void guess(int times) {
        for (int i = 0; i < times; i++) {
            throttle.wrong("ada@example.org", "10.0.0.1");
        }
    }
}
