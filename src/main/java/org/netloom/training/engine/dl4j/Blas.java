package org.netloom.training.engine.dl4j;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas;

/** Products of matrices in native memory, column by column without gaps, straight from OpenBLAS. */
final class Blas {

    private static final int COLUMNS = openblas.CblasColMajor;
    private static final int PLAIN = openblas.CblasNoTrans;
    private static final int TURNED = openblas.CblasTrans;

    private Blas() {}

    /** {@code c = a b}, a of rows × inner, b of inner × columns. */
    static void set(int rows, int columns, int inner, FloatPointer a, FloatPointer b, FloatPointer c) {
        openblas.cblas_sgemm(COLUMNS, PLAIN, PLAIN, rows, columns, inner, 1, a, rows, b, inner, 0, c, rows);
    }

    /** {@code c += a b}, a of rows × inner, b of inner × columns. */
    static void add(int rows, int columns, int inner, FloatPointer a, FloatPointer b, FloatPointer c) {
        openblas.cblas_sgemm(COLUMNS, PLAIN, PLAIN, rows, columns, inner, 1, a, rows, b, inner, 1, c, rows);
    }

    /** {@code c = a bᵀ}, a of rows × inner, b of columns × inner. */
    static void byTurned(int rows, int columns, int inner, FloatPointer a, FloatPointer b, FloatPointer c) {
        openblas.cblas_sgemm(COLUMNS, PLAIN, TURNED, rows, columns, inner, 1, a, rows, b, columns, 0, c, rows);
    }

    /** {@code c += aᵀ b}, a of inner × rows, b of inner × columns. */
    static void addTurned(int rows, int columns, int inner, FloatPointer a, FloatPointer b, FloatPointer c) {
        openblas.cblas_sgemm(COLUMNS, TURNED, PLAIN, rows, columns, inner, 1, a, inner, b, inner, 1, c, rows);
    }

    /** {@code sums += } the sum of each column of a, which has rows × columns numbers; {@code ones} holds as many ones as rows. */
    static void addColumnSums(int rows, int columns, FloatPointer a, FloatPointer ones, FloatPointer sums) {
        openblas.cblas_sgemv(COLUMNS, TURNED, rows, columns, 1, a, rows, ones, 1, 1, sums, 1);
    }

    /** {@code to += what}. */
    static void add(int count, FloatPointer what, FloatPointer to) {
        openblas.cblas_saxpy(count, 1, what, 1, to, 1);
    }
}
