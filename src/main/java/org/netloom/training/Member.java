package org.netloom.training;

import java.util.Comparator;
import java.util.List;

/**
 * One of several trainings of the same network, measured on the validation part with the weights that it ended with.
 *
 * @param number counted from 1
 * @param loss not a number where there is nothing to validate on
 * @param accuracy not a number where predictions are neither right nor wrong
 */
public record Member(int number, double loss, double accuracy) {

    /**
     * A member among the others.
     *
     * @param weight how much it counts in the model; 0 where it is not part of it
     */
    public record Standing(Member member, long seed, double weight) {}

    private static final long STEP = 0x9E3779B97F4A7C15L;

    /** The seed of a member: the run's own for the first, and one that follows from it for the others. */
    public static long seed(long runSeed, int number) {
        if (number == 1) {
            return runSeed;
        }
        long mixed = runSeed + (number - 1) * STEP;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return (mixed ^ (mixed >>> 31)) >>> 1;
    }

    /** The one with the lowest loss; accuracy, then the order breaks ties. */
    public static Member best(List<Member> members) {
        return members.stream()
                .min(Comparator.comparingDouble(Member::loss)
                        .thenComparing(
                                Comparator.comparingDouble(Member::accuracy).reversed()))
                .orElseThrow();
    }

    /**
     * How much each counts in a committee; the weights sum to 1. Plain votes count the same. Weighted ones count as the validation
     * accuracy, or as one over the loss where there is no accuracy.
     */
    public static List<Double> weights(List<Member> members, TrainingPlan.Restarts.Combine combine) {
        boolean accurate = members.stream().noneMatch(member -> Double.isNaN(member.accuracy()));
        List<Double> votes = members.stream()
                .map(member -> accurate ? member.accuracy() : 1 / member.loss())
                .toList();
        boolean usable = votes.stream().allMatch(vote -> vote >= 0 && Double.isFinite(vote))
                && votes.stream().anyMatch(vote -> vote > 0);
        if (combine != TrainingPlan.Restarts.Combine.WEIGHTED_VOTE || !usable) {
            return members.stream().map(member -> 1.0 / members.size()).toList();
        }
        double sum = votes.stream().mapToDouble(Double::doubleValue).sum();
        return votes.stream().map(vote -> vote / sum).toList();
    }

    /** What part each has in the model that is made of them. */
    static List<Standing> standings(List<Member> members, TrainingPlan.Restarts restarts, long runSeed) {
        List<Double> weights = restarts.isCommittee()
                ? weights(members, restarts.combine())
                : members.stream()
                        .map(member -> member.equals(best(members)) ? 1.0 : 0.0)
                        .toList();
        return java.util.stream.IntStream.range(0, members.size())
                .mapToObj(i -> new Standing(
                        members.get(i), seed(runSeed, members.get(i).number()), weights.get(i)))
                .toList();
    }
}
