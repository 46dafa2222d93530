package org.netloom.training.engine;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.netloom.layers.Network;

/** A network in training, with its optimizer. */
record Player(Network network, Lowered lowered, ComputationGraph graph, Descent descent) {}
