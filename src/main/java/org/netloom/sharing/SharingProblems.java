package org.netloom.sharing;

import org.netloom.design.Problem;

/** Why something that people say or note is refused. */
final class SharingProblems {

    private SharingProblems() {}

    static Problem textLength(String field, int length, int least, int most) {
        return Problem.error(
                        length < least ? "empty-text" : "long-text",
                        length < least ? "The text is empty." : "The text has " + length + " characters.",
                        "It has " + (least > 0 ? least + " to " : "at most ") + most + " characters.",
                        length < least ? "Write something." : "Shorten it, or say it in several.")
                .of(field);
    }

    static Problem unreadable(String field) {
        return Problem.error(
                        "bad-text",
                        "The text has characters that are no text.",
                        "Letters, digits, signs, spaces and line breaks.",
                        "Remove control characters.")
                .of(field);
    }

    static Problem noSuchLayer(String layer) {
        return Problem.error(
                        "unknown-layer",
                        "The design has no layer “" + layer + "”.",
                        "The id of a layer that is in the design now.",
                        "Look it up in the design, or comment on the project.")
                .of("layer");
    }

    static Problem noSuchThread() {
        return Problem.error(
                        "unknown-comment",
                        "The comment that this answers is not here.",
                        "The id of a comment on the same project or run.",
                        "Load the comments again; it may have been removed.")
                .of("thread");
    }

    static Problem notAMember() {
        return Problem.error(
                        "unknown-member",
                        "Somebody is mentioned who is not in this workspace.",
                        "Members only: others could not read it.",
                        "Take the mention out, or invite them first.")
                .of("text");
    }

    static Problem tooManyMentions(int count, int most) {
        return Problem.error(
                        "many-mentions",
                        count + " people are mentioned.",
                        "A comment mentions at most " + most + ".",
                        "Mention those who need to know.")
                .of("text");
    }

    static Problem tooManyComments(int most) {
        return Problem.error(
                "many-comments",
                "There are " + most + " comments here already.",
                "A project and its runs have at most that many.",
                "Remove some that are settled.");
    }

    static Problem tooManyLinks(int most) {
        return Problem.error(
                "too-many-links",
                "There are " + most + " links to this already.",
                "That many at most work at a time.",
                "Revoke those that are not needed any more.");
    }

    static Problem notYours() {
        return Problem.error(
                "not-yours",
                "The comment is somebody else's.",
                "People change their own words only; owners may remove those of others.",
                "Answer it, or ask its author.");
    }

    static Problem notAThread() {
        return Problem.error(
                "not-a-thread",
                "The comment is an answer.",
                "What is resolved is the comment that a thread began with.",
                "Resolve that one.");
    }

    static Problem staleNotes(long base, long now) {
        return Problem.error(
                "stale-revision",
                "The notes were changed meanwhile: you began with revision " + base + ", they are at " + now + ".",
                "A change is made to the newest revision, so that nobody's words are lost.",
                "Read them again and add yours.");
    }

    static Problem badTag(String word, int longest) {
        return Problem.error(
                        "bad-tag",
                        "“" + word + "” is no tag.",
                        "One word of at most " + longest + " letters and digits; dots, hyphens and underscores within.",
                        "Write it like baseline, lr-1e3 or paper.v2.")
                .of("tags");
    }

    static Problem tooManyTags(int count, int most) {
        return Problem.error(
                        "many-tags",
                        "There would be " + count + " tags.",
                        "A project or run has at most " + most + ".",
                        "Remove some.")
                .of("tags");
    }
}
