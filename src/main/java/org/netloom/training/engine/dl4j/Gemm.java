package org.netloom.training.engine.dl4j;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Products of blocks of matrices, by OpenBLAS, without the cost of an operation of ND4J for each: C = alpha op(A) op(B) + beta C, all
 * row-major.
 */
final class Gemm {

    private Gemm() {}

    /**
     * A block within an array.
     *
     * @param rowLength numbers from one row to the next
     */
    record Block(Pointer numbers, int rowLength, boolean turned) {

        static Block of(INDArray rows) {
            return new Block(rows.data().addressPointer(), Math.toIntExact(rows.size(1)), false);
        }

        /** A matrix that lies column by column, as DL4J keeps weights. */
        static Block byColumns(INDArray columns) {
            return new Block(columns.data().addressPointer(), Math.toIntExact(columns.size(0)), true);
        }

        Block at(long offset) {
            numbers.position(offset);
            return this;
        }

        Block transposed() {
            return new Block(numbers, rowLength, !turned);
        }
    }

    /** C (m × n) = alpha A (m × k) B (k × n) + beta C, where A and B are taken as they are turned. */
    static void multiply(DataType type, int m, int n, int k, double alpha, Block a, Block b, double beta, Block c) {
        int ta = a.turned() ? openblas_nolapack.CblasTrans : openblas_nolapack.CblasNoTrans;
        int tb = b.turned() ? openblas_nolapack.CblasTrans : openblas_nolapack.CblasNoTrans;
        if (c.turned()) {
            // The same product, turned: Cᵀ = Bᵀ Aᵀ.
            multiply(type, n, m, k, alpha, b.transposed(), a.transposed(), beta, c.transposed());
            return;
        }
        if (type == DataType.FLOAT) {
            openblas_nolapack.cblas_sgemm(
                    openblas_nolapack.CblasRowMajor,
                    ta,
                    tb,
                    m,
                    n,
                    k,
                    (float) alpha,
                    (FloatPointer) a.numbers(),
                    a.rowLength(),
                    (FloatPointer) b.numbers(),
                    b.rowLength(),
                    (float) beta,
                    (FloatPointer) c.numbers(),
                    c.rowLength());
        } else if (type == DataType.DOUBLE) {
            openblas_nolapack.cblas_dgemm(
                    openblas_nolapack.CblasRowMajor,
                    ta,
                    tb,
                    m,
                    n,
                    k,
                    alpha,
                    (DoublePointer) a.numbers(),
                    a.rowLength(),
                    (DoublePointer) b.numbers(),
                    b.rowLength(),
                    beta,
                    (DoublePointer) c.numbers(),
                    c.rowLength());
        } else {
            throw new IllegalArgumentException("Floats or doubles, not " + type);
        }
    }
}
