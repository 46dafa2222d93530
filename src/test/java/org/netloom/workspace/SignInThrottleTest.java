package org.netloom.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.netloom.TestDatabase;
import org.netloom.workspace.store.StoreFixture;

@Tag("thorough")
class SignInThrottleTest {

    private static final String ADA = "ada@example.org";
    private static final String HOME = "10.0.0.1";

    private final TestDatabase database = TestDatabase.fresh();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final SignInThrottle throttle = process();

    /** Each web process has one of its own. */
    private SignInThrottle process() {
        return new SignInThrottle(StoreFixture.guesses(database.jdbc()), database.transaction(), () -> now);
    }

    private int guess(int times, String email, String address) {
        int through = 0;
        for (int i = 0; i < times; i++) {
            through += throttle.mayTry(email, address) ? 1 : 0;
        }
        return through;
    }

    @Test
    void makesGuessersWaitHoweverTheyWriteTheAddress() {
        assertThat(guess(20, ADA, HOME)).isEqualTo(5);
        assertThat(throttle.mayTry(" ADA@example.org", HOME)).isFalse();
    }

    @Test
    void letsOneTryThroughAMinuteThen() {
        guess(20, ADA, HOME);
        now = now.plus(Duration.ofMinutes(1));

        assertThat(guess(20, ADA, HOME)).isEqualTo(1);
    }

    @Test
    void isSharedByAllWebProcesses() {
        guess(5, ADA, HOME);

        assertThat(process().mayTry(ADA, HOME)).isFalse();
    }

    @Test
    void letsOthersInMeanwhile() {
        guess(20, ADA, HOME);

        assertThat(throttle.mayTry(ADA, "10.0.0.2")).isTrue();
        assertThat(throttle.mayTry("bob@example.org", HOME)).isTrue();
    }

    @Test
    void forgetsMistakesOnceThePasswordWasRight() {
        guess(5, ADA, HOME);
        throttle.right(ADA, HOME);

        assertThat(guess(20, ADA, HOME)).isEqualTo(5);
    }

    @Test
    void slowsGuessingFromManyAddresses() {
        int through = 0;
        for (int i = 0; i < 500; i++) {
            through += guess(1, ADA, "10.1." + i / 250 + "." + i % 250);
        }
        assertThat(through).isEqualTo(20);

        now = now.plus(Duration.ofHours(1));
        through = 0;
        for (int i = 0; i < 500; i++) {
            through += guess(1, ADA, "10.2." + i / 250 + "." + i % 250);
        }
        assertThat(through).isEqualTo(20);
    }

    @Test
    void keepsNobodyOutWhereTheyHaveSignedInBefore() {
        guess(1, ADA, HOME);
        throttle.right(ADA, HOME);
        for (int i = 0; i < 250; i++) {
            guess(1, ADA, "10.1.0." + i);
        }
        assertThat(throttle.mayTry(ADA, "10.9.9.9")).isFalse();

        assertThat(throttle.mayTry(ADA, HOME)).isTrue();
    }

    @Test
    void slowsGuessingAtManyAccountsFromOneAddress() {
        int through = 0;
        for (int i = 0; i < 500; i++) {
            through += guess(1, "person" + i + "@example.org", HOME);
        }
        assertThat(through).isEqualTo(60);
    }

    @Test
    void isNotOpenedByAnAccountOfTheGuesser() {
        for (int i = 0; i < 500; i++) {
            guess(1, "person" + i + "@example.org", HOME);
            if (throttle.mayTry("mallory@example.org", HOME)) {
                throttle.right("mallory@example.org", HOME);
            }
        }
        assertThat(throttle.mayTry("another@example.org", HOME)).isFalse();
    }

    @Test
    void takesOneNetworkForOneAddress() {
        guess(5, ADA, "2001:db8:0:1::1");

        assertThat(throttle.mayTry(ADA, "2001:0db8::1:aaaa:bbbb:cccc:dddd")).isFalse();
        assertThat(throttle.mayTry(ADA, "2001:db8:0:2::1")).isTrue();
    }

    @Test
    void countsTriesThatComeAtTheSameTime() throws Exception {
        List<Future<Integer>> guessers = new ArrayList<>();
        try (ExecutorService many = Executors.newFixedThreadPool(16)) {
            for (int i = 0; i < 16; i++) {
                guessers.add(many.submit(() -> guess(10, ADA, HOME)));
            }
        }
        int through = 0;
        for (Future<Integer> guesser : guessers) {
            through += guesser.get();
        }
        assertThat(through).isEqualTo(5);
    }

    @Test
    void slowsTryingLinksButNotUsingThem() {
        for (int i = 0; i < 100; i++) {
            assertThat(throttle.mayTryLink(HOME)).isTrue();
            throttle.rightLink(HOME);
        }
        int through = 0;
        for (int i = 0; i < 100; i++) {
            through += throttle.mayTryLink(HOME) ? 1 : 0;
        }
        assertThat(through).isEqualTo(30);
    }
}
