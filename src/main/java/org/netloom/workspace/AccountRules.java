package org.netloom.workspace;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.netloom.design.CleanName;
import org.netloom.design.Problem;

/** What an e-mail address, a name and a password must be like. */
final class AccountRules {

    static final int SHORTEST_PASSWORD = 10;

    /** bcrypt reads no further than this. */
    static final int LONGEST_PASSWORD_BYTES = 72;

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_EMAIL = 320;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");

    private AccountRules() {}

    static List<Problem> check(String email, String name, String password) {
        List<Problem> problems = new ArrayList<>(emailProblem(email));
        problems.addAll(nameProblem(name));
        problems.addAll(passwordProblem(password));
        return problems;
    }

    static List<Problem> emailProblem(String email) {
        return isEmail(email)
                ? List.of()
                : List.of(Problem.error(
                                "email",
                                email.isBlank()
                                        ? "The e-mail address is empty."
                                        : "'" + email + "' is not an e-mail address.",
                                "An address with an @ inside; you sign in with it, no mail is sent.",
                                "Write it like ada@example.org.")
                        .of("email"));
    }

    static boolean isEmail(String text) {
        return text.length() <= LONGEST_EMAIL && EMAIL.matcher(text).matches() && CleanName.is(text);
    }

    static List<Problem> nameProblem(String name) {
        return !name.isBlank() && name.length() <= LONGEST_NAME && CleanName.is(name)
                ? List.of()
                : List.of(Problem.error(
                                "name",
                                "The name is "
                                        + (name.isBlank()
                                                ? "empty."
                                                : name.length() > LONGEST_NAME ? "too long." : "not readable."),
                                "The name others see beside your work, up to " + LONGEST_NAME
                                        + " characters that can be seen.",
                                "Write your name.")
                        .of("name"));
    }

    static List<Problem> passwordProblem(String password) {
        int bytes = password.getBytes(StandardCharsets.UTF_8).length;
        if (password.length() < SHORTEST_PASSWORD) {
            return List.of(Problem.error(
                            "password-short",
                            "The password has " + password.length() + " characters.",
                            "At least " + SHORTEST_PASSWORD + " characters.",
                            "Use a few words in a row; they are long and easy to remember.")
                    .of("password"));
        }
        if (bytes > LONGEST_PASSWORD_BYTES) {
            return List.of(Problem.error(
                            "password-long",
                            "The password is " + bytes + " bytes long.",
                            "At most " + LONGEST_PASSWORD_BYTES + " bytes.",
                            "Choose a shorter one.")
                    .of("password"));
        }
        return List.of();
    }
}
