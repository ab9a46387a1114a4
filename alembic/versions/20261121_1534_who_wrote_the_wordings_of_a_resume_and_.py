"""who wrote the wordings of a resume, and runs of a coach"""

import sqlalchemy as sa
from alembic import op

revision = 'ad398cd03f83'
down_revision = '238d0bab6195'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('resume_rewrites', schema=None) as batch_op:
        batch_op.add_column(sa.Column('made', sa.JSON(), nullable=True))
        batch_op.add_column(sa.Column('run', sa.Integer(), nullable=False, server_default='0'))
        batch_op.add_column(sa.Column('run_state', sa.String(length=8), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('parts', sa.Integer(), nullable=False, server_default='0'))
        batch_op.add_column(sa.Column('parts_done', sa.Integer(), nullable=False, server_default='0'))
        batch_op.create_index(batch_op.f('ix_resume_rewrites_run_state'), ['run_state'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('resume_rewrites', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_resume_rewrites_run_state'))
        batch_op.drop_column('parts_done')
        batch_op.drop_column('parts')
        batch_op.drop_column('run_state')
        batch_op.drop_column('run')
        batch_op.drop_column('made')

