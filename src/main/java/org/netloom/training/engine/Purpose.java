package org.netloom.training.engine;

/** What a lowered network is for. */
enum Purpose {
    /** Our own loss, optimizer and schedule classes where DL4J's differ from their formulas. */
    TRAINING,
    /** Standard DL4J classes only, so that plain DL4J can open the file. */
    DOWNLOAD
}
